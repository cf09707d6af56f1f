# misconception: You take the size of each difference. The differences are squared.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.mean(np.abs(predictions.data - wanted)))
