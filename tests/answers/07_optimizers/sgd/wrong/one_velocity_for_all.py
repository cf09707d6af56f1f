# misconception: You have one velocity for all parameters. Every parameter needs its own.
# rank: 13
#| export
class SGD(Optimizer):
    def __init__(self, parameters, lr=0.01, momentum=0.0, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.momentum, self.weight_decay = momentum, weight_decay
        self.velocity = 0.0

    def step(self):
        for i, parameter in enumerate(self.parameters):
            if parameter.grad is None:
                continue
            gradient = parameter.grad + self.weight_decay * parameter.data
            self.velocity = self.momentum * self.velocity + gradient
            parameter.data -= self.lr * self.velocity
