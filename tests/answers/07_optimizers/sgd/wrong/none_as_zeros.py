# misconception: You treat a missing gradient as zeros, so the parameter goes on with its
#   velocity. It stays as it is.
# rank: 22
#| export
class SGD(Optimizer):
    def __init__(self, parameters, lr=0.01, momentum=0.0, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.momentum, self.weight_decay = momentum, weight_decay
        self.velocities = [np.zeros_like(each.data) for each in self.parameters]

    def step(self):
        for i, parameter in enumerate(self.parameters):
            grad = np.zeros_like(parameter.data) if parameter.grad is None else parameter.grad
            gradient = grad + self.weight_decay * parameter.data
            self.velocities[i] = self.momentum * self.velocities[i] + gradient
            parameter.data -= self.lr * self.velocities[i]
