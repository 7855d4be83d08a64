#!/usr/bin/python3
"""Reference values of tests/unit/augment/{operation,color_jitter,augment}_test.cpp: torchvision 0.14.1's
TrivialAugmentWide operations, hue, jitter, rotation and blur on Pillow 9.4 pictures (Debian's python3-torchvision).
Prints the lines of their tables.
"""
import hashlib
import numpy
from PIL import Image
from torchvision.transforms import InterpolationMode, functional
from torchvision.transforms.autoaugment import _apply_op

CASES = {'Identity': [0], 'ShearX': [0.33, -0.99], 'ShearY': [0.66, -0.198], 'TranslateX': [17.0667, -32.0],
         'TranslateY': [3.2, -9.6], 'Rotate': [4.5, -31.5, 90.0, 135.0, -135.0], 'Brightness': [0.495, -0.99, 0.99],
         'Color': [0.495, -0.99, 0.99], 'Contrast': [0.33, -0.66, 0.99], 'Sharpness': [0.66, -0.99, 0.99],
         'Posterize': [8, 5, 2], 'Solarize': [255.0, 136.0, 8.5, 0.0], 'AutoContrast': [0], 'Equalize': [0]}


def pattern(width, height):
    y, x, c = numpy.mgrid[0:height, 0:width, 0:3]
    return Image.fromarray((30 + (x * 7 + y * 3 + c * 59 + x * y // 5) % 180).astype('uint8'))


def digest(picture):
    return hashlib.sha256(picture.tobytes()).hexdigest()[:16]


for name, magnitudes in CASES.items():
    for magnitude in magnitudes:
        out = _apply_op(pattern(91, 67), name, magnitude, InterpolationMode.NEAREST, None)
        print(f'    {{"{name}", {magnitude}, "{digest(out)}"}},')
for turns in (-0.5, -0.2, -0.05, 0.0, 0.03, 0.1, 0.5):
    print(f'    {{{turns}, "{digest(functional.adjust_hue(pattern(91, 67), turns))}"}},')
jittered = functional.adjust_saturation(functional.adjust_hue(functional.adjust_contrast(
    functional.adjust_brightness(pattern(91, 67), 1.15), 0.85), -0.04), 1.3)
print('jitter', digest(jittered), 'rotation by 11.5', digest(functional.rotate(pattern(91, 67), 11.5)))
for sigma, side in ((0.5, 5), (1.5, 11)):
    blurred = numpy.asarray(functional.gaussian_blur(pattern(12, 12), side, sigma))[:, :, 1]
    print('blur, green', sigma, ', '.join(map(str, blurred.ravel())))
