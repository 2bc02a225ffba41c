"""Outputs of one dense layer with fixed numbers: mean, std, zeros, saturated, dead units. Needs NumPy.

python3 activation_reference.py > ../resources/activation_reference.txt
"""
import numpy as np

rng = np.random.default_rng(7)
x = rng.normal(size=(300, 3))
w = 1.5 * rng.normal(size=(3, 4))
b = np.array([0.1, -0.2, -30.0, 0.0])  # the third unit is dead under ReLU
z = x @ w + b


def line(name, values):
    print(name, *[repr(float(v)) for v in np.ravel(values)])


def statistics(name, y, saturated):
    dead = np.sum(np.all(y == 0, axis=0))
    line(name, [y.mean(), y.std(), np.mean(y == 0), np.mean(saturated), dead])


line("x", x)
line("W", w)
line("b", b)
statistics("relu", np.maximum(z, 0), np.zeros_like(z))
tanh = np.tanh(z)
statistics("tanh", tanh, np.abs(tanh) > 0.97)
sigmoid = 1 / (1 + np.exp(-z))
statistics("sigmoid", sigmoid, (sigmoid < 0.03) | (sigmoid > 0.97))
