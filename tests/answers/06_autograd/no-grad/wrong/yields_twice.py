# misconception: You yield twice. The block runs once, so one yield is right.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before, Recording.on = Recording.on, False
    try:
        yield
        yield
    finally:
        Recording.on = before
