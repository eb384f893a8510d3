"""Sample plans that ``luoshi new`` writes: complete, checked, in three languages."""

from luoshi.samples.samples import SAMPLE_KINDS, SampleKind, sample, sample_id

__all__ = ["SAMPLE_KINDS", "SampleKind", "sample", "sample_id"]
