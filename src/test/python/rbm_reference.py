"""Reference numbers for RbmMatchesScikitLearnTest: steps of scikit-learn's BernoulliRBM in float64, with the same draws.

scikit-learn's steps are persistent; a step that begins at the batch is one whose chains were drawn from it just before.

Run with: python3 src/test/python/rbm_reference.py > src/test/resources/rbm_reference.txt
"""
import itertools

import numpy as np
from sklearn.neural_network import BernoulliRBM

ROWS, VISIBLE, HIDDEN, STEPS, RATE = 6, 5, 4, 5, 0.3
WORD = (1 << 64) - 1


def uniform(seed, i):
    """The high half of output i of SplitMix64, a signed number, moved to 0 to 1."""
    z = (seed + (i + 1) * 0x9E3779B97F4A7C15) & WORD
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & WORD
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & WORD
    return (((z ^ (z >> 31)) >> 32) ^ 0x80000000) * 2.0**-32


class Draws:
    """Stands in for a random generator: array n comes from seed n."""

    def __init__(self, seeds):
        self.seeds = seeds

    def uniform(self, size):
        seed = next(self.seeds)
        return np.array([uniform(seed, i) for i in range(int(np.prod(size)))]).reshape(size)


def line(name, array):
    print(name, *(repr(float(v)) for v in np.asarray(array).reshape(-1)))


random = np.random.RandomState(3)
batches = random.uniform(size=(STEPS, ROWS, VISIBLE))
batches[:, :3] = np.round(batches[:, :3])
w, b, c = random.normal(0, 1, (VISIBLE, HIDDEN)), random.normal(0, 0.5, VISIBLE), random.normal(0, 0.5, HIDDEN)


def machine():
    rbm = BernoulliRBM(n_components=HIDDEN, learning_rate=RATE, batch_size=ROWS)
    rbm.components_, rbm.intercept_visible_, rbm.intercept_hidden_ = w.T.copy(), b.copy(), c.copy()
    return rbm


def lines(name, rbm):
    line(name + ".W", rbm.components_.T)
    line(name + ".b", rbm.intercept_visible_)
    line(name + ".c", rbm.intercept_hidden_)


def contrastive_divergence(turns):
    rbm, seeds = machine(), itertools.count(1)
    draws = Draws(seeds)
    for batch in batches:
        h = rbm._sample_hiddens(batch, draws)
        for _ in range(turns - 1):
            h = rbm._sample_hiddens(rbm._sample_visibles(h, draws), draws)
        rbm.h_samples_ = h.astype(float)
        rbm._fit(batch, Draws(itertools.chain([next(seeds)], itertools.repeat(0))))
    return rbm


def persistent():
    rbm, draws = machine(), Draws(itertools.count(1))
    rbm.h_samples_ = rbm._sample_hiddens(batches[0], draws).astype(float)
    for batch in batches:
        rbm._fit(batch, draws)
    return rbm


line("batches", batches)
lines("start", machine())
line("encoded", machine()._mean_hiddens(batches[0]))
line("free_energy", machine()._free_energy(batches[0]))
for turns in (1, 3):
    lines(f"cd{turns}", contrastive_divergence(turns))
lines("persistent", persistent())
