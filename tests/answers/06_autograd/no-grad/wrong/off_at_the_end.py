# misconception: You switch off on the way out. What stands before the yield happens on the way
#   in: switch off there.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before = Recording.on
    try:
        yield
    finally:
        Recording.on = not before
