"""Reference numbers for TrainingMatchesPyTorchTest: three full-batch steps of a small net in float64.

Run with: python3 src/test/python/training_reference.py > src/test/resources/training_reference.txt
"""
import torch

torch.manual_seed(1)
torch.set_default_dtype(torch.float64)
ROWS, IN, HIDDEN, OUT = 6, 4, 5, 3

x = torch.randn(ROWS, IN)
labels = torch.tensor([0, 1, 2, 0, 1, 2])
numbers = torch.randn(ROWS, OUT)
w1, b1 = torch.randn(IN, HIDDEN) * 0.5, torch.randn(HIDDEN) * 0.1
w2, b2 = torch.randn(HIDDEN, OUT) * 0.5, torch.randn(OUT) * 0.1


def line(name, tensor):
    print(name, *(repr(v) for v in tensor.detach().reshape(-1).tolist()))


def hinge(scores, target):
    right = scores.gather(1, target[:, None])
    margins = torch.clamp_min(scores - right + 1, 0)
    return (margins.sum() - len(target)) / len(target)


LOSSES = {
    "softmax": lambda z: torch.nn.functional.cross_entropy(z, labels),
    "hinge": lambda z: hinge(z, labels),
    "linear": lambda z: torch.nn.functional.mse_loss(z, numbers),
    "sigmoid": lambda z: torch.nn.functional.binary_cross_entropy_with_logits(z, torch.nn.functional.one_hot(labels).double()),
    "squared_softmax": lambda z: torch.nn.functional.mse_loss(torch.softmax(z, 1), torch.nn.functional.one_hot(labels).double()),
}
ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid}
OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, lr=0.1, betas=(0.9, 0.999), eps=1e-8),
}


def train(name, activation, loss, optimizer, l2):
    parameters = [t.clone().requires_grad_(True) for t in (w1, b1, w2, b2)]
    a, b, c, d = parameters
    step = OPTIMIZERS[optimizer](parameters)
    losses = []
    for _ in range(3):
        step.zero_grad()
        data_loss = LOSSES[loss](ACTIVATIONS[activation](x @ a + b) @ c + d)
        (data_loss + 0.5 * l2 * ((a * a).sum() + (c * c).sum())).backward()
        losses.append(data_loss)
        step.step()
    line(name + ".losses", torch.stack(losses))
    for key, value in zip(("dense1.W", "dense1.b", "dense2.W", "dense2.b"), parameters):
        line(f"{name}.{key}", value)


line("x", x)
line("numbers", numbers)
for key, value in zip(("dense1.W", "dense1.b", "dense2.W", "dense2.b"), (w1, b1, w2, b2)):
    line("start." + key, value)
for optimizer in OPTIMIZERS:
    train(f"{optimizer}", "tanh", "softmax", optimizer, 0.01)
for activation in ACTIVATIONS:
    for loss in LOSSES:
        train(f"{activation}_{loss}", activation, loss, "sgd", 0)
