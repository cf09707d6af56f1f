# style: momentum and decay only if they are asked for
#| export
class SGD(Optimizer):
    def __init__(self, parameters, lr=0.01, momentum=0.0, weight_decay=0.0):
        Optimizer.__init__(self, parameters, lr)
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.velocities = [parameter.data * 0 for parameter in self.parameters]

    def _direction(self, place):
        parameter = self.parameters[place]
        gradient = parameter.grad.copy()
        if self.weight_decay:
            gradient += self.weight_decay * parameter.data
        if self.momentum:
            gradient += self.momentum * self.velocities[place]
            self.velocities[place] = gradient
        return gradient

    def step(self):
        for place, parameter in enumerate(self.parameters):
            if parameter.grad is not None:
                parameter.data = parameter.data - self.lr * self._direction(place)
