# misconception: You average the differences themselves, and those of different signs cancel.
#   Square them first.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.mean(predictions.data - wanted))
