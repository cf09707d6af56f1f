# style: double precision, and p² - 2pt + t²
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")

        p, t = predictions.data.astype(float), wanted.astype(float)
        return Tensor(np.mean(p * p - 2 * p * t + t * t))
