# style: A helper in the cell raises, and the call looks forward up by name.
def _missing(layer, method):
    raise NotImplementedError(method + "() is missing in " + layer.__class__.__name__)


class Layer:
    def __init__(self):
        super().__init__()

    def forward(self, x, *rest, **options):
        return _missing(self, "forward")

    def __call__(self, x, *rest, **options):
        compute = getattr(self, "forward")
        return compute(x, *rest, **options)

    def parameters(self):
        return [tensor for tensor in ()]
