# misconception: Your velocities start as copies of the parameters. They start at 0:
#   np.zeros_like.
#| export
class SGD(Optimizer):
    def __init__(self, parameters, lr=0.01, momentum=0.0, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.momentum, self.weight_decay = momentum, weight_decay
        self.velocities = [each.data.copy() for each in self.parameters]

    def step(self):
        for i, parameter in enumerate(self.parameters):
            if parameter.grad is None:
                continue
            gradient = parameter.grad + self.weight_decay * parameter.data
            self.velocities[i] = self.momentum * self.velocities[i] + gradient
            parameter.data -= self.lr * self.velocities[i]
