# misconception: You leave out parameters before you pair them with the velocities, so the
#   pairs shift. Pair first, then skip.
#| export
class SGD(Optimizer):
    def __init__(self, parameters, lr=0.01, momentum=0.0, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.momentum, self.weight_decay = momentum, weight_decay
        self.velocities = [np.zeros_like(each.data) for each in self.parameters]

    def step(self):
        ready = [each for each in self.parameters if each.grad is not None]
        for i, parameter in enumerate(ready):
            gradient = parameter.grad + self.weight_decay * parameter.data
            self.velocities[i] = self.momentum * self.velocities[i] + gradient
            parameter.data -= self.lr * self.velocities[i]
