# misconception: This is the tangens hyperbolicus, between -1 and 1.
class Sigmoid:
    def forward(self, x):
        return Tensor(np.tanh(x.data))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
