# misconception: Your step has no memory: the velocity is not kept. Assign to
#   self.velocities[i], or change the array in place.
# rank: 10
#| export
class SGD(Optimizer):
    def __init__(self, parameters, lr=0.01, momentum=0.0, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.momentum, self.weight_decay = momentum, weight_decay
        self.velocities = [np.zeros_like(each.data) for each in self.parameters]

    def step(self):
        for parameter, velocity in zip(self.parameters, self.velocities):
            if parameter.grad is None:
                continue
            gradient = parameter.grad + self.weight_decay * parameter.data
            velocity = self.momentum * velocity + gradient
            parameter.data -= self.lr * velocity
