# style: puts the switch back in two places and raises the error again
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    rest = iter(parameters)
    while (parameter := next(rest, None)) is not None:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before = Recording.on
    Recording.on = False
    try:
        yield
    except BaseException:
        Recording.on = before
        raise
    Recording.on = before
