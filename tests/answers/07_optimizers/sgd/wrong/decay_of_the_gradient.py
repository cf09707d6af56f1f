# misconception: You multiply the gradient by 1 - weight_decay. Weight decay is a part of
#   the parameter: add weight_decay times parameter.data.
# read: Weights that are no larger than they need to be
#| export
class SGD(Optimizer):
    def __init__(self, parameters, lr=0.01, momentum=0.0, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.momentum, self.weight_decay = momentum, weight_decay
        self.velocities = [np.zeros_like(each.data) for each in self.parameters]

    def step(self):
        for i, parameter in enumerate(self.parameters):
            if parameter.grad is None:
                continue
            gradient = (1 - self.weight_decay) * parameter.grad
            self.velocities[i] = self.momentum * self.velocities[i] + gradient
            parameter.data -= self.lr * self.velocities[i]
