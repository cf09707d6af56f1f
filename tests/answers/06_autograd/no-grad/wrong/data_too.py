# misconception: You also set the numbers of the parameters to 0, and all that was learned is
#   lost. Change grad only.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.data = np.zeros_like(parameter.data)
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before, Recording.on = Recording.on, False
    try:
        yield
    finally:
        Recording.on = before
