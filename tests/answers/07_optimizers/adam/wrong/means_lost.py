# misconception: Your means are not kept from step to step. Assign to self.m[i] and
#   self.v[i], or change the arrays in place.
# rank: 22
#| export
class Adam(Optimizer):
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        super().__init__(parameters, lr)
        self.betas, self.eps, self.weight_decay, self.t = betas, eps, weight_decay, 0
        self.m = [np.zeros_like(each.data) for each in self.parameters]
        self.v = [np.zeros_like(each.data) for each in self.parameters]

    def step(self):
        self.t += 1
        beta1, beta2 = self.betas
        for parameter, m, v in zip(self.parameters, self.m, self.v):
            if parameter.grad is None:
                continue
            gradient = parameter.grad + self.weight_decay * parameter.data
            m = beta1 * m + (1 - beta1) * gradient
            v = beta2 * v + (1 - beta2) * gradient**2
            m_hat, v_hat = m / (1 - beta1**self.t), v / (1 - beta2**self.t)
            parameter.data -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
