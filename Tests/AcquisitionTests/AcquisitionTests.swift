// Tests of Acquisition.
