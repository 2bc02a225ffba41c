"""Reference numbers for RectifiersMatchPyTorchTest: activation functions and their gradients in float64.

Run with: python3 src/test/python/rectifiers_reference.py > src/test/resources/rectifiers_reference.txt
"""
import torch
from torch.nn import functional as F

torch.manual_seed(4)
torch.set_default_dtype(torch.float64)


def line(name, tensor):
    print(name, *(repr(v) for v in tensor.detach().reshape(-1).tolist()))


x = torch.cat([torch.linspace(-12, 12, 25), 3 * torch.randn(23)]).reshape(8, 6)
dy = torch.randn_like(x)
line("x", x)
line("dy", dy)

prelu = torch.nn.PReLU()
functions = {
    "leakyRelu": F.leaky_relu,
    "leakyRelu_0.2": lambda t: F.leaky_relu(t, 0.2),
    "elu": F.elu,
    "elu_0.7": lambda t: F.elu(t, 0.7),
    "gelu": F.gelu,
    "silu": F.silu,
    "softplus": F.softplus,
    "prelu": prelu,
    "rrelu": lambda t: F.rrelu(t, training=False),
}
for name, f in functions.items():
    leaf = x.clone().requires_grad_(True)
    y = f(leaf)
    y.backward(dy)
    line(name + ".y", y)
    line(name + ".dx", leaf.grad)
line("prelu.dalpha", prelu.weight.grad)
