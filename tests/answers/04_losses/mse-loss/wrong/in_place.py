# misconception: You write the differences into predictions.data. Make a new array for them.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        predictions.data -= wanted
        return Tensor(np.mean(predictions.data**2))
