"""Reference numbers for TrainingOptionsMatchPyTorchTest: three full-batch steps of a small net in float64 with
penalties, clipped gradients, groups of parameters and frozen ones.

Run with: python3 src/test/python/regularization_reference.py > src/test/resources/regularization_reference.txt
"""
import torch

torch.manual_seed(3)
torch.set_default_dtype(torch.float64)
ROWS, IN, HIDDEN, OUT = 6, 4, 5, 3
NAMES = ("dense1.W", "dense1.b", "dense2.W", "dense2.b")

x = torch.randn(ROWS, IN)
labels = torch.tensor([0, 1, 2, 0, 1, 2])
start = [
    torch.randn(IN, HIDDEN) * 0.5,
    torch.randn(HIDDEN) * 0.1,
    torch.randn(HIDDEN, OUT) * 0.5,
    torch.randn(OUT) * 0.1,
]


def line(name, tensor):
    print(name, *(repr(v) for v in tensor.detach().reshape(-1).tolist()))


def train(name, l1=0, l2=0, clip_norm=None, clip_value=None, max_norm=None, rates=(1, 1, 1, 1), penalties=(1, 1)):
    p = [t.clone().requires_grad_(rate > 0) for t, rate in zip(start, rates)]
    groups = [{"params": [t], "lr": 0.1 * rate} for t, rate in zip(p, rates) if rate > 0]
    optimizer = torch.optim.SGD(groups, lr=0.1, momentum=0.9)
    costs = []
    for _ in range(3):
        optimizer.zero_grad()
        cost = torch.nn.functional.cross_entropy(torch.tanh(x @ p[0] + p[1]) @ p[2] + p[3], labels)
        for w, factor in ((p[0], penalties[0]), (p[2], penalties[1])):
            if w.requires_grad:
                cost = cost + factor * (l1 * w.abs().sum() + 0.5 * l2 * (w * w).sum())
        cost.backward()
        costs.append(cost)
        learned = [t for t in p if t.requires_grad]
        if clip_value is not None:
            torch.nn.utils.clip_grad_value_(learned, clip_value)
        if clip_norm is not None:
            norm = torch.sqrt(sum((t.grad * t.grad).sum() for t in learned))
            for t in learned:
                t.grad *= min(1, clip_norm / norm)  # clip_grad_norm_ divides by norm + 1e-6
        optimizer.step()
        if max_norm is not None:
            with torch.no_grad():
                for w in (p[0], p[2]):
                    w *= torch.clamp(max_norm / torch.linalg.norm(w, dim=0), max=1)
    line(name + ".costs", torch.stack(costs))
    for key, value in zip(NAMES, p):
        line(f"{name}.{key}", value)


line("x", x)
for key, value in zip(NAMES, start):
    line("start." + key, value)
train("l1", l1=0.02)
train("elasticNet", l1=0.02, l2=0.03)
train("clipNorm", clip_norm=0.1)
train("clipValue", clip_value=0.05)
train("clipBoth", l2=0.1, clip_norm=0.1, clip_value=0.05)
train("maxNorm", max_norm=0.7)
train("groups", l2=0.1, rates=(0.1, 1, 1, 2), penalties=(1, 0.5))
train("freeze", l1=0.02, l2=0.1, rates=(0, 0, 1, 1))
train("freeze_one", l2=0.1, clip_norm=0.2, rates=(1, 0, 1, 1))
