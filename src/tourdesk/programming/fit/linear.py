"""Linear programs, solved by HiGHS: the one place that knows it."""

from dataclasses import dataclass
from typing import Protocol, cast

import highspy
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
INFINITE = highspy.kHighsInf


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows of a program one after the other: where each begins, the columns it uses and their weights."""

    start: npt.NDArray[np.intp]
    column: npt.NDArray[np.intp]
    weight: Floats


class _Solution(Protocol):
    row_dual: list[float]


class _Solver(Protocol):
    """The part of HiGHS that is used; its own annotations leave these out."""

    def setOptionValue(self, name: str, value: object) -> object: ...  # noqa: N802 -- HiGHS's name
    def passModel(self, model: highspy.HighsLp) -> object: ...  # noqa: N802 -- HiGHS's name
    def run(self) -> object: ...
    def getModelStatus(self) -> highspy.HighsModelStatus: ...  # noqa: N802 -- HiGHS's name
    def getSolution(self) -> _Solution: ...  # noqa: N802 -- HiGHS's name
    def getDualRay(self) -> tuple[object, bool, Floats | None]: ...  # noqa: N802 -- HiGHS's name


def maximise(cost: Floats, lower: Floats, matrix: Matrix, low: Floats, high: Floats) -> tuple[Floats, bool]:
    """The rows' prices at the optimum of `cost` over columns from `lower` to 1, rows from `low` to `high`.

    Prices are positive where the upper bound of a row holds, negative at the lower one. Without a solution
    (False) they are weights of the rows whose weighted sum nothing can keep, zeros when none are known.
    """
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(cost), len(low)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost, lower, np.ones(len(cost))
    lp.row_lower_, lp.row_upper_ = low, high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = matrix.start, matrix.column, matrix.weight
    solver = cast("_Solver", highspy.Highs())  # type: ignore[no-untyped-call]  # HiGHS leaves it out
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    # Presolve would say that nothing is possible without saying why; these programs are small.
    solver.setOptionValue("presolve", "off")
    solver.passModel(lp)
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
        return np.array(solver.getSolution().row_dual, dtype=np.float64), True
    _, known, ray = solver.getDualRay()
    if not known or ray is None:
        return np.zeros(len(low)), False
    weights = np.array(ray, dtype=np.float64)
    # The solver's sign is that of a minimum; ours is positive at upper bounds.
    return -weights / max(1e-12, float(np.abs(weights).max(initial=0.0))), False
