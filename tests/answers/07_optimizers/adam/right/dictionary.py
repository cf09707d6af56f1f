# style: the state of each parameter in a dictionary
#| export
class Adam(Optimizer):
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        Optimizer.__init__(self, parameters, lr)
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.weight_decay = weight_decay
        self.state = {}

    def _means(self, place, gradient):
        t, m, v = self.state.get(place, (0, 0.0, 0.0))
        t, m = t + 1, self.beta1 * m + (1 - self.beta1) * gradient
        v = self.beta2 * v + (1 - self.beta2) * np.square(gradient)
        self.state[place] = t, m, v
        return m / (1 - self.beta1**t), v / (1 - self.beta2**t)

    def step(self):
        for place, parameter in enumerate(self.parameters):
            if parameter.grad is not None:
                gradient = parameter.grad + self.weight_decay * parameter.data
                m_hat, v_hat = self._means(place, gradient)
                parameter.data = parameter.data - self.lr * m_hat / (v_hat**0.5 + self.eps)
