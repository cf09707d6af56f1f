# misconception: Your weight decay shrinks the parameter beside the step, as AdamW does.
#   Here it is added to the gradient and enters both means.
# read: Weights that are no larger than they need to be
# rank: 25
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
        for i, parameter in enumerate(self.parameters):
            if parameter.grad is None:
                continue
            gradient = parameter.grad
            self.m[i] = beta1 * self.m[i] + (1 - beta1) * gradient
            self.v[i] = beta2 * self.v[i] + (1 - beta2) * gradient**2
            m_hat, v_hat = self.m[i] / (1 - beta1**self.t), self.v[i] / (1 - beta2**self.t)
            parameter.data *= 1 - self.lr * self.weight_decay
            parameter.data -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
