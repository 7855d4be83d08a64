#!/usr/bin/python3
"""Reference values of tests/unit/imaging/resize_test.cpp, from Pillow 9.4 (Debian's python3-pil).

Prints the lines of its tables. The pictures are made by a formula that the test repeats.
"""
import hashlib
import numpy
from PIL import Image

SIZES = [(97, 61, 32, 20), (61, 97, 40, 97), (97, 61, 97, 33), (300, 200, 348, 232), (20, 30, 224, 224), (1, 1, 5, 7),
         (5, 1, 1, 1), (640, 480, 309, 232), (232, 348, 224, 224), (1000, 3, 7, 2), (2, 700, 3, 11), (233, 237, 232, 236),
         (3000, 40, 1, 1), (17, 19, 16, 18)]
REGIONS = [(3, 5, 50, 40, 224, 224), (10, 0, 87, 61, 64, 64), (0, 0, 97, 60, 97, 60), (96, 60, 1, 1, 4, 4)]


def pattern(width, height):
    y, x, c = numpy.mgrid[0:height, 0:width, 0:3]
    return Image.fromarray(((x * 37 + y * 101 + c * 59 + x * y * 7) % 256).astype('uint8'))


def digest(image):
    return hashlib.sha256(image.tobytes()).hexdigest()[:16]


for w, h, ow, oh in SIZES:
    print(f'    {{{w}, {h}, {ow}, {oh}, "{digest(pattern(w, h).resize((ow, oh), Image.BILINEAR))}"}},')
print()
for x, y, w, h, ow, oh in REGIONS:
    part = pattern(97, 61).crop((x, y, x + w, y + h)).resize((ow, oh), Image.BILINEAR)
    print(f'    {{{{{x}, {y}, {w}, {h}}}, {ow}, {oh}, "{digest(part)}"}},')
print()
print(list(pattern(5, 4).resize((3, 2), Image.BILINEAR).tobytes()))
