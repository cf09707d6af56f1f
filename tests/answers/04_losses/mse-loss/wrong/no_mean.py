# misconception: You add the squares up. Divide the sum by the number of elements, or take
#   np.mean.
# rank: 10
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.sum((predictions.data - wanted) ** 2))
