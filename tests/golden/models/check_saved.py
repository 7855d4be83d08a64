#!/usr/bin/python3
"""Loads a file that Nakama saved into PyTorch's own module, strictly, and says what comes out.

    check_saved.py ARCHITECTURE CLASSES FILE.safetensors INPUT.f32 SIZE GRADIENTS.safetensors

Prints as JSON the logits of the pictures in INPUT.f32, and the loss of one training step with labels 0, 1, …
whose random parts are off; writes the step's gradients. Reads and writes safetensors with nothing but the
standard library, so that only PyTorch and torchvision are needed.
"""
import json
import os
import struct
import sys

import torch
import torchvision

from make_references import Beit

DTYPES = {'F32': torch.float32, 'I64': torch.int64}


def read_safetensors(path):
    with open(path, 'rb') as file:
        data = file.read()
    length, = struct.unpack('<Q', data[:8])
    header = json.loads(data[8:8 + length])
    header.pop('__metadata__', None)
    state = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry['data_offsets'])
        values = torch.frombuffer(bytearray(data[begin:end]), dtype=DTYPES[entry['dtype']])
        state[name] = values.reshape(entry['shape'])
    return state


def write_safetensors(tensors, path):
    header, at = {}, 0
    for name, tensor in tensors.items():
        end = at + 4 * tensor.numel()
        header[name] = {'dtype': 'F32', 'shape': list(tensor.shape), 'data_offsets': [at, end]}
        at = end
    text = json.dumps(header).encode()
    with open(path, 'wb') as file:
        file.write(struct.pack('<Q', len(text)) + text)
        for tensor in tensors.values():
            file.write(tensor.contiguous().numpy().tobytes())


def main():
    architecture, classes, path, pictures, size, gradients = sys.argv[1:]
    # As Nakama works: with one thread other kernels run, and BatchNorm over few values multiplies their rounding.
    torch.set_num_threads(max(2, os.cpu_count()))
    build = Beit if architecture.startswith('beit') else getattr(torchvision.models, architecture)
    model = build(int(classes)) if build is Beit else build(num_classes=int(classes))
    model.load_state_dict(read_safetensors(path), strict=True)
    with open(pictures, 'rb') as file:
        values = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)
    values = values.view(-1, 3, int(size), int(size))
    model.eval()
    with torch.no_grad():
        logits = model(values)

    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.train()
    loss = torch.nn.functional.cross_entropy(model(values), torch.arange(len(values)))
    loss.backward()
    write_safetensors({name: p.grad for name, p in model.named_parameters()}, gradients)
    print(json.dumps({'logits': logits.tolist(), 'loss': loss.item()}))


if __name__ == '__main__':
    main()
