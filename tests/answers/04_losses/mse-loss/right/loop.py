# style: a loop over the elements
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")

        total = 0.0
        for one, other in zip(predictions.data.ravel(), wanted.ravel()):
            total += (float(one) - float(other)) ** 2
        return Tensor(total / wanted.size)
