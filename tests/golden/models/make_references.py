#!/usr/bin/python3
"""Reference logits and gradients of the architectures, from PyTorch and torchvision themselves.

    tests/golden/models/make_references.py > tests/golden/models/references.json

Weights and pictures come from an integer formula of the name and the position (fill below), which
tests/unit/models/golden_test.cpp repeats, so that only the results are stored. BatchNorm statistics stay away
from 0 and 1, so that a missing or swapped buffer shows. Needs python3-torch and python3-torchvision.
"""
import json
import math
import sys

import numpy
import torch
import torchvision
from torch import nn

CLASSES = 5
BATCH = 4


def noise(name, count):
    """Uniform with variance 1: a 32-bit mix of the element's index and the FNV-1a hash of the name."""
    key = 2166136261
    for byte in name.encode():
        key = (key ^ byte) * 16777619 % 2**32
    x = (numpy.arange(count, dtype=numpy.uint64) * 2654435761 + key) % 2**32
    for multiplier in (2246822519, 3266489917):
        x = (x ^ (x >> numpy.uint64(15))) * multiplier % 2**32
    x ^= x >> numpy.uint64(16)
    return (x.astype(numpy.float64) / 2**32 - 0.5) * math.sqrt(12)


def fill(model):
    for name, p in model.state_dict().items():
        if not p.is_floating_point():
            continue
        r = noise(name, p.numel())
        if name.endswith('running_var'):
            v = 0.5 + abs(r)
        elif name.endswith('running_mean'):
            v = 0.1 * r
        elif p.dim() > 1 and 'bias_table' not in name:
            v = r * math.sqrt(1.5 / p[0].numel())
        elif name.endswith('weight') or 'lambda' in name:
            v = 0.8 + 0.1 * r
        else:
            v = 0.1 * r
        p.copy_(torch.from_numpy(v.astype(numpy.float32)).view(p.shape))


class Beit(nn.Module):
    """BEiT as in Hugging Face's modeling_beit.py: relative position bias, layer scale, mean pooling."""

    def __init__(self, classes, dim=768, depth=12, heads=12, grid=14, patch=16):
        super().__init__()
        self.heads, self.grid = heads, grid
        self.beit = nn.Module()
        self.beit.embeddings = nn.Module()
        self.beit.embeddings.cls_token = nn.Parameter(torch.zeros(1, 1, dim))
        self.beit.embeddings.patch_embeddings = nn.Module()
        self.beit.embeddings.patch_embeddings.projection = nn.Conv2d(3, dim, patch, patch)
        self.beit.encoder = nn.Module()
        self.beit.encoder.layer = nn.ModuleList(self.layer(dim) for _ in range(depth))
        self.beit.pooler = nn.Module()
        self.beit.pooler.layernorm = nn.LayerNorm(dim, 1e-12)
        self.classifier = nn.Linear(dim, classes)

    def layer(self, dim):
        m = nn.Module()
        m.lambda_1, m.lambda_2 = (nn.Parameter(torch.ones(dim)) for _ in range(2))
        m.attention, m.attention.attention, m.attention.output = nn.Module(), nn.Module(), nn.Module()
        a = m.attention.attention
        a.query, a.key, a.value = nn.Linear(dim, dim), nn.Linear(dim, dim, bias=False), nn.Linear(dim, dim)
        a.relative_position_bias = nn.Module()
        a.relative_position_bias.relative_position_bias_table = nn.Parameter(
            torch.zeros((2 * self.grid - 1) ** 2 + 3, self.heads))
        m.attention.output.dense = nn.Linear(dim, dim)
        m.intermediate, m.output = nn.Module(), nn.Module()
        m.intermediate.dense, m.output.dense = nn.Linear(dim, 4 * dim), nn.Linear(4 * dim, dim)
        m.layernorm_before, m.layernorm_after = nn.LayerNorm(dim, 1e-12), nn.LayerNorm(dim, 1e-12)
        return m

    def bias(self, table, grid):
        last = (2 * grid - 1) ** 2
        if grid != self.grid:
            side = 2 * self.grid - 1
            image = table[:-3].reshape(1, side, side, -1).permute(0, 3, 1, 2)
            image = nn.functional.interpolate(image, size=(2 * grid - 1,) * 2, mode='bilinear')
            table = torch.cat([image.permute(0, 2, 3, 1).reshape(last, -1), table[-3:]])
        index = torch.full((grid * grid + 1,) * 2, last, dtype=torch.long)
        for a in range(grid * grid):
            for b in range(grid * grid):
                rows, columns = a // grid - b // grid + grid - 1, a % grid - b % grid + grid - 1
                index[a + 1, b + 1] = rows * (2 * grid - 1) + columns
        index[:, 0] = last + 1
        index[0, 0] = last + 2
        return table[index].permute(2, 0, 1)

    def forward(self, pictures):
        e = self.beit.embeddings
        x = e.patch_embeddings.projection(pictures)
        n, dim, grid, _ = x.shape
        x = torch.cat([e.cls_token.expand(n, -1, -1), x.flatten(2).transpose(1, 2)], 1)
        for m in self.beit.encoder.layer:
            a = m.attention.attention
            h = m.layernorm_before(x)
            q, k, v = (f(h).view(n, -1, self.heads, dim // self.heads).transpose(1, 2)
                       for f in (a.query, a.key, a.value))
            bias = self.bias(a.relative_position_bias.relative_position_bias_table, grid)
            w = (q @ k.transpose(2, 3) / math.sqrt(dim // self.heads) + bias).softmax(3)
            x = x + m.lambda_1 * m.attention.output.dense((w @ v).transpose(1, 2).reshape(n, -1, dim))
            h = nn.functional.gelu(m.intermediate.dense(m.layernorm_after(x)))
            x = x + m.lambda_2 * m.output.dense(h)
        return self.classifier(self.beit.pooler.layernorm(x[:, 1:].mean(1)))


def reference(model, size):
    with torch.no_grad():
        fill(model)
    values = noise('pictures', BATCH * 3 * size * size).astype(numpy.float32)
    pictures = torch.from_numpy(values).view(BATCH, 3, size, size)
    model.eval()
    logits = model(pictures).tolist()

    # One step of training with its random parts off: BatchNorm uses and follows the batch. In float64, since
    # BatchNorm over the few values of these small batches multiplies rounding to some thousandths of a
    # gradient, which differ from processor to processor.
    model.double()
    pictures = pictures.double()
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.train()
    loss = nn.functional.cross_entropy(model(pictures), torch.arange(BATCH) % CLASSES)
    loss.backward()

    def round6(tensor):
        return float(f'{tensor.double().norm().item():.6g}')

    return {'size': size,
            'logits': [[round(v, 6) for v in row] for row in logits],
            'loss': round(loss.item(), 6),
            'gradient_norms': [round6(p.grad) for p in model.parameters()],
            'running_norms': [round6(b) for n, b in model.state_dict().items() if 'running_' in n]}


def main():
    torchvision_models = {name: (lambda name=name: getattr(torchvision.models, name)(num_classes=CLASSES))
                          for name in ('squeezenet1_1', 'resnet18', 'resnet34', 'resnet50', 'resnet101',
                                       'efficientnet_v2_s', 'efficientnet_v2_m')}
    result = {name: reference(build(), 96) for name, build in torchvision_models.items()}
    result['beit_base_patch16_224'] = reference(Beit(CLASSES), 224)
    result['beit_base_patch16_224 at 96'] = reference(Beit(CLASSES), 96)
    lines = (f'{json.dumps(name)}: {json.dumps(value)}' for name, value in result.items())
    sys.stdout.write('{' + ',\n'.join(lines) + '}\n')


if __name__ == '__main__':
    main()
