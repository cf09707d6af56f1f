# style: a count for each parameter
#| export
class Adam(Optimizer):
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.betas, self.eps, self.weight_decay = betas, eps, weight_decay
        self.t = [0] * len(self.parameters)
        self.m = [np.zeros_like(each.data) for each in self.parameters]
        self.v = [np.zeros_like(each.data) for each in self.parameters]

    def step(self):
        beta1, beta2 = self.betas
        for i, parameter in enumerate(self.parameters):
            if parameter.grad is None:
                continue
            self.t[i] += 1
            gradient = parameter.grad + self.weight_decay * parameter.data
            self.m[i] = beta1 * self.m[i] + (1 - beta1) * gradient
            self.v[i] = beta2 * self.v[i] + (1 - beta2) * gradient**2
            m_hat, v_hat = self.m[i] / (1 - beta1**self.t[i]), self.v[i] / (1 - beta2**self.t[i])
            parameter.data -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
