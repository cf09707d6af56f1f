# misconception: Your first velocity is the gradient's own array, and changing the one
#   changes the other. Take a copy.
#| export
class SGD(Optimizer):
    def __init__(self, parameters, lr=0.01, momentum=0.0, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.momentum, self.weight_decay = momentum, weight_decay
        self.velocities = [None] * len(self.parameters)

    def step(self):
        for i, parameter in enumerate(self.parameters):
            if parameter.grad is None:
                continue
            gradient = parameter.grad
            if self.weight_decay:
                gradient = gradient + self.weight_decay * parameter.data
            if self.velocities[i] is None:
                self.velocities[i] = gradient
            else:
                self.velocities[i] *= self.momentum
                self.velocities[i] += gradient
            parameter.data -= self.lr * self.velocities[i]
