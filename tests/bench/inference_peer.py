#!/usr/bin/python3
"""The peer of bench_inference: the same network with the same weights in PyTorch from Python.

    inference_peer.py ARCHITECTURE CLASSES FILE.safetensors INPUT.f32 SIZE REPEATS THREADS [BACKBONES.py]

Prints as JSON the seconds of each forward of the batch in INPUT.f32, and its logits. BEiT is no part of
torchvision; BACKBONES.py defines it.
"""
import importlib.util
import json
import sys
import time
from pathlib import Path

import torch
import torchvision

sys.path.append(str(Path(__file__).parents[1] / 'golden/models'))
from check_saved import read_safetensors


def build(architecture, classes, backbones):
    if not architecture.startswith('beit'):
        return getattr(torchvision.models, architecture)(num_classes=classes)
    spec = importlib.util.spec_from_file_location('backbones', backbones)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Beit(classes)


def main():
    architecture, classes, weights, pictures, size, repeats, threads, *rest = sys.argv[1:]
    torch.set_num_threads(int(threads))
    model = build(architecture, int(classes), rest[0] if rest else None).eval()
    model.load_state_dict(read_safetensors(weights), strict=True)
    with open(pictures, 'rb') as file:
        values = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)
    values = values.view(-1, 3, int(size), int(size))
    seconds = []
    with torch.inference_mode():
        for _ in range(int(repeats)):
            start = time.perf_counter()
            logits = model(values)
            seconds.append(time.perf_counter() - start)
    print(json.dumps({'seconds': seconds, 'logits': logits.flatten().tolist()}))


if __name__ == '__main__':
    main()
