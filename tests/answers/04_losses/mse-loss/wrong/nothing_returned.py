# misconception: You compute the loss and do not return it. Write return before it.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        self.loss = Tensor(np.mean((predictions.data - wanted) ** 2))
