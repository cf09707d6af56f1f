# misconception: You do not compare the shapes, and NumPy broadcasts what does not fit. Raise a
#   ValueError if they differ.
# rank: 10
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        return Tensor(np.mean((predictions.data - Tensor(targets).data) ** 2))
