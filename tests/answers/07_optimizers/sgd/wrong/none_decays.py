# misconception: You shrink a parameter that has no gradient. It stays as it is, also with
#   weight decay.
#| export
class SGD(Optimizer):
    def __init__(self, parameters, lr=0.01, momentum=0.0, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.momentum, self.weight_decay = momentum, weight_decay
        self.velocities = [np.zeros_like(each.data) for each in self.parameters]

    def step(self):
        for i, parameter in enumerate(self.parameters):
            if parameter.grad is None:
                parameter.data -= self.lr * self.weight_decay * parameter.data
                continue
            gradient = parameter.grad + self.weight_decay * parameter.data
            self.velocities[i] = self.momentum * self.velocities[i] + gradient
            parameter.data -= self.lr * self.velocities[i]
