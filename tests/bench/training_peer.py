#!/usr/bin/python3
"""The peer of bench_training: the same step with the same weights in PyTorch from Python.

    training_peer.py ARCHITECTURE CLASSES FILE.safetensors INPUT.f32 SIZE STEPS THREADS whole|head

Forward, cross-entropy, backward and Adam on the batch in INPUT.f32, whose labels are 0, 1, 2, …; prints as JSON the
loss, the seconds by the clock and the seconds of processor time of each step.
"""
import json
import sys
import time
from pathlib import Path

import torch
import torchvision

sys.path.append(str(Path(__file__).parents[1] / 'golden/models'))
from check_saved import read_safetensors


def main():
    architecture, classes, weights, pictures, size, steps, threads, what = sys.argv[1:]
    torch.set_num_threads(int(threads))
    model = getattr(torchvision.models, architecture)(num_classes=int(classes))
    model.load_state_dict(read_safetensors(weights), strict=True)
    model.train()
    if what == 'head':
        model.requires_grad_(False).eval()
        head = getattr(model, 'classifier', None) or model.fc
        head.requires_grad_(True).train()
    optimiser = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=1e-3)
    with open(pictures, 'rb') as file:
        values = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)
    values = values.view(-1, 3, int(size), int(size))
    labels = torch.arange(len(values)) % int(classes)
    criterion = torch.nn.CrossEntropyLoss(weight=torch.ones(int(classes)))
    result = {'losses': [], 'seconds': [], 'cpu_seconds': []}
    for _ in range(int(steps)):
        start, cpu = time.perf_counter(), time.process_time()
        optimiser.zero_grad(set_to_none=True)
        loss = criterion(model(values), labels)
        loss.backward()
        optimiser.step()
        result['losses'].append(loss.item())
        result['seconds'].append(time.perf_counter() - start)
        result['cpu_seconds'].append(time.process_time() - cpu)
    print(json.dumps(result))


if __name__ == '__main__':
    main()
