# misconception: You use assert, which raises an AssertionError. The task asks for a ValueError.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        assert predictions.shape == wanted.shape
        return Tensor(np.mean((predictions.data - wanted) ** 2))
