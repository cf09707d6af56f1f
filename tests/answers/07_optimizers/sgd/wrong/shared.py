# misconception: Your velocities belong to the class, so two optimizers share them. Keep
#   them in self.
# rank: 25
#| export
class SGD(Optimizer):
    def __init__(self, parameters, lr=0.01, momentum=0.0, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.momentum, self.weight_decay = momentum, weight_decay
        SGD.velocities = [np.zeros_like(each.data) for each in self.parameters]

    def step(self):
        for i, parameter in enumerate(self.parameters):
            if parameter.grad is None:
                continue
            gradient = parameter.grad + self.weight_decay * parameter.data
            SGD.velocities[i] = self.momentum * SGD.velocities[i] + gradient
            parameter.data -= self.lr * self.velocities[i]
