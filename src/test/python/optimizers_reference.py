"""Reference numbers for OptimizersMatchPyTorchTest: ten steps of each optimizer in float64.

The gradient is c w + w^3, number by number; SparseAdam's is without some rows in turn. L-BFGS minimizes the chain of
Rosenbrock functions sum 100 (w[i+1] - w[i]^2)^2 + (1 - w[i])^2, one iteration with its line search in a step.

Run with: python3 src/test/python/optimizers_reference.py > src/test/resources/optimizers_reference.txt
"""
import torch

torch.manual_seed(2)
torch.set_default_dtype(torch.float64)
ROWS, COLUMNS, STEPS = 5, 3, 10

start = torch.randn(ROWS, COLUMNS)
c = torch.rand(ROWS, COLUMNS) * 2 + 0.2


def line(name, tensor):
    print(name, *(repr(v) for v in tensor.detach().reshape(-1).tolist()))


def gradient(w, step, sparse):
    g = c * w + w ** 3
    if not sparse:
        return g
    kept = torch.tensor([r for r in range(ROWS) if (r + step) % 3 != 0])
    return torch.sparse_coo_tensor(kept[None, :], g[kept], (ROWS, COLUMNS))


O = torch.optim
OPTIMIZERS = {
    "sgd": lambda p: O.SGD(p, lr=0.1),
    "momentum": lambda p: O.SGD(p, lr=0.1, momentum=0.9),
    "nesterov": lambda p: O.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "adam": lambda p: O.Adam(p, lr=0.1, betas=(0.9, 0.999), eps=1e-8),
    "adagrad": lambda p: O.Adagrad(p, lr=0.1, eps=1e-7),
    "adagrad_decay": lambda p: O.Adagrad(p, lr=0.1, lr_decay=0.2, eps=1e-7),
    "adadelta": lambda p: O.Adadelta(p, lr=1, rho=0.9, eps=1e-6),
    "rmsprop": lambda p: O.RMSprop(p, lr=0.1, alpha=0.9, eps=1e-8),
    "rmsprop_momentum": lambda p: O.RMSprop(p, lr=0.01, alpha=0.9, eps=1e-8, momentum=0.9),
    "rmsprop_centered": lambda p: O.RMSprop(p, lr=0.01, alpha=0.9, eps=1e-8, centered=True),
    "rmsprop_both": lambda p: O.RMSprop(p, lr=0.01, alpha=0.99, eps=1e-8, momentum=0.5, centered=True),
    "adamW": lambda p: O.AdamW(p, lr=0.1, weight_decay=0.01),
    "nadam": lambda p: O.NAdam(p, lr=0.1, foreach=True),  # 1.13 counts μ twice without foreach
    "adamax": lambda p: O.Adamax(p, lr=0.1),
    "asgd": lambda p: O.ASGD(p, lr=0.1, lambd=0.05, alpha=0.75, t0=0),
    "asgd_late": lambda p: O.ASGD(p, lr=0.1, t0=4),
    "rprop": lambda p: O.Rprop(p, lr=0.1),
    "sparseAdam": lambda p: O.SparseAdam(p, lr=0.1),
}
line("start", start)
line("c", c)
for name, make in OPTIMIZERS.items():
    w = start.clone().requires_grad_(True)
    optimizer = make([w])
    for step in range(1, STEPS + 1):
        w.grad = gradient(w.detach(), step, name == "sparseAdam")
        optimizer.step()
        line(f"{name}.{step}", w)
    if name.startswith("asgd"):
        line(f"{name}.average", optimizer.state[w]["ax"])

w = (start * 0.5).reshape(-1).clone().requires_grad_(True)
optimizer = O.LBFGS([w], lr=1, max_iter=1, history_size=4, line_search_fn="strong_wolfe")


def closure():
    optimizer.zero_grad()
    cost = (100 * (w[1:] - w[:-1] ** 2) ** 2 + (1 - w[:-1]) ** 2).sum()
    cost.backward()
    return cost


for step in range(1, 4 * STEPS + 1):
    optimizer.step(closure)
    line(f"lbfgs.{step}", w)
