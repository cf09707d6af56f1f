# misconception: You have one m and one v for all parameters. Every parameter needs its own.
#| export
class Adam(Optimizer):
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.betas, self.eps, self.weight_decay, self.t = betas, eps, weight_decay, 0
        self.m = 0.0
        self.v = 0.0

    def step(self):
        self.t += 1
        beta1, beta2 = self.betas
        for i, parameter in enumerate(self.parameters):
            if parameter.grad is None:
                continue
            gradient = parameter.grad + self.weight_decay * parameter.data
            self.m = beta1 * self.m + (1 - beta1) * gradient
            self.v = beta2 * self.v + (1 - beta2) * gradient**2
            m_hat, v_hat = self.m / (1 - beta1**self.t), self.v / (1 - beta2**self.t)
            parameter.data -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
