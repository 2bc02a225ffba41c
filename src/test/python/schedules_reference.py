"""Reference numbers for SchedulesMatchPyTorchTest: the learning rate before each of twelve epochs, from 0.1.

Run with: python3 src/test/python/schedules_reference.py > src/test/resources/schedules_reference.txt
"""
import math

import torch

S = torch.optim.lr_scheduler
EPOCHS = 12
LOSSES = [1.0, 0.8, 0.79999, 0.85, 0.81, 0.6, 0.6, 0.7, 0.65, 0.59999, 0.61, 0.62]

SCHEDULERS = {
    "constantRate": lambda o: S.LambdaLR(o, lambda epoch: 1),
    "decay": lambda o: S.StepLR(o, step_size=1, gamma=0.95),
    "stepDecay": lambda o: S.StepLR(o, step_size=5, gamma=0.5),
    "exponentialDecay": lambda o: S.ExponentialLR(o, gamma=math.exp(-0.3)),
    "inverseTimeDecay": lambda o: S.LambdaLR(o, lambda epoch: 1 / (1 + 0.4 * epoch)),
    "cosine": lambda o: S.CosineAnnealingLR(o, T_max=EPOCHS),
    "cosine_end": lambda o: S.CosineAnnealingLR(o, T_max=EPOCHS, eta_min=0.02),
    "oneCycle": lambda o: S.OneCycleLR(o, max_lr=0.1, total_steps=EPOCHS + 1, pct_start=5 / 13),
    "warmUp": lambda o: S.SequentialLR(
        o,
        [S.LinearLR(o, start_factor=0.25, total_iters=4), S.CosineAnnealingLR(o, T_max=EPOCHS - 4)],
        milestones=[4],
    ),
    "until": lambda o: S.SequentialLR(
        o, [S.StepLR(o, step_size=2, gamma=0.5), S.ExponentialLR(o, gamma=math.exp(-0.3))], milestones=[5]
    ),
    "reduceOnPlateau": lambda o: S.ReduceLROnPlateau(o, factor=0.1, patience=1, threshold=1e-4),
}
for name, make in SCHEDULERS.items():
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = make(optimizer)
    rates = []
    for loss in LOSSES:
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step(loss) if name == "reduceOnPlateau" else scheduler.step()
    print(name, *(repr(float(rate)) for rate in rates))
print("losses", *LOSSES)
