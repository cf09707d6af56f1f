# misconception: Your parameters() returns the class list. Return an empty list, [].
class Tanh:
    def forward(self, x):
        return Tensor(np.tanh(x.data))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return list
