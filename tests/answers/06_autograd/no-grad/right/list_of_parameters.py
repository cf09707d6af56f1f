# style: the switch is set in two lines
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before = Recording.on
    Recording.on = False
    try:
        yield
    finally:
        Recording.on = before
