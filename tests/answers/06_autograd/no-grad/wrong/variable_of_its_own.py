# misconception: You switch off a variable of your own. The operations look at Recording.on: set
#   that.
# rank: 20
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before, on = Recording.on, False
    try:
        yield
    finally:
        on = before
