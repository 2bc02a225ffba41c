"""Reference numbers for the tests of nursery.augment: images moved by SciPy, and quantiles of Beta(a, a).

Run with: python3 src/test/python/augmentation_reference.py > src/test/resources/augmentation_reference.txt

A picture is moved by the matrix of its move; SciPy asks where each pixel comes from, so the matrix is inverted. Rows and
columns are counted from the center; around the picture everything is 0.
"""
import numpy as np
from scipy import ndimage, stats

CHANNELS, HEIGHT, WIDTH = 2, 5, 7
IMAGE = np.sin(np.arange(CHANNELS * HEIGHT * WIDTH) * 0.7).reshape(CHANNELS, HEIGHT, WIDTH).astype(np.float32)
CENTER = np.array([(HEIGHT - 1) / 2, (WIDTH - 1) / 2])


def translate(right, down):
    return np.array([[1, 0, right], [0, 1, down], [0, 0, 1.0]])


def scale(wide, high):
    return np.diag([wide, high, 1.0])


def rotate(degrees):
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def shear(slope):
    return np.array([[1, slope, 0], [0, 1, 0], [0, 0, 1.0]])


def moved(matrix):
    swap = np.array([[0, 1, 0], [1, 0, 0], [0, 0, 1.0]])  # from (x, y) to (row, column)
    inverse = swap @ np.linalg.inv(matrix) @ swap
    linear = inverse[:2, :2]
    offset = CENTER + inverse[:2, 2] - linear @ CENTER
    return [ndimage.affine_transform(c.astype(float), linear, offset, order=1, mode="grid-constant") for c in IMAGE]


def bent(strength):
    rows, columns = np.mgrid[:HEIGHT, :WIDTH].astype(float)
    y, x = rows - CENTER[0], columns - CENTER[1]
    stretch = 1 + strength * (x**2 + y**2) / (CENTER**2).sum()
    at = [y * stretch + CENTER[0], x * stretch + CENTER[1]]
    return [ndimage.map_coordinates(c.astype(float), at, order=1, mode="grid-constant") for c in IMAGE]


def show(name, numbers):
    print(name, *(repr(float(x)) for x in np.ravel(numbers)))


show("translate", moved(translate(1.25, -0.5)))
show("scale", moved(scale(1.3, 1.3)))
show("stretch", moved(scale(0.8, 1.5)))
show("flip", moved(scale(-1, 1)))
show("rotate", moved(rotate(25)))
show("shear", moved(shear(0.4)))
show("rotate_translate", moved(translate(1.25, -0.5) @ rotate(25)))
show("translate_rotate", moved(rotate(25) @ translate(1.25, -0.5)))
show("all", moved(shear(0.4) @ scale(0.8, 1.5) @ rotate(25) @ scale(-1, 1) @ translate(1.25, -0.5)))
show("barrel", bent(0.3))
show("pincushion", bent(-0.3))
show("beta_at", [0.01, 0.1, 0.3, 0.5, 0.8])
for a in [0.2, 1, 4]:
    show(f"beta_{a}", stats.beta.cdf([0.01, 0.1, 0.3, 0.5, 0.8], a, a))
