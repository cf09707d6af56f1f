# misconception: You add up the squares within a row and take the mean over the rows. The mean is
#   over all elements.
# rank: 25
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        squares = (predictions.data - wanted) ** 2
        return Tensor(np.mean(np.sum(squares, axis=-1)))
