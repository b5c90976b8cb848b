#ifndef COpenBLAS_h
#define COpenBLAS_h

#include <stddef.h>

// The few routines of OpenBLAS used here. Debian's library has the C interface of BLAS and the Fortran one of LAPACK
// (each character argument has a hidden length at the end), but no LAPACKE.

static const int CblasColMajor = 102, CblasNoTrans = 111, CblasTrans = 112;
static const int CblasLower = 122, CblasNonUnit = 131, CblasLeft = 141, CblasRight = 142;

/// C := alpha op(A) op(B) + beta C.
void cblas_dgemm(int order, int transA, int transB, int m, int n, int k, double alpha, const double *a, int lda,
                 const double *b, int ldb, double beta, double *c, int ldc);
/// C := alpha op(A) op(A)^T + beta C, of which only the lower triangle is read and written.
void cblas_dsyrk(int order, int uplo, int trans, int n, int k, double alpha, const double *a, int lda, double beta,
                 double *c, int ldc);
/// The same in single precision.
void cblas_sgemm(int order, int transA, int transB, int m, int n, int k, float alpha, const float *a, int lda,
                 const float *b, int ldb, float beta, float *c, int ldc);
/// y := alpha x + y.
void cblas_daxpy(int n, double alpha, const double *x, int incx, double *y, int incy);
/// The same in single precision.
void cblas_saxpy(int n, float alpha, const float *x, int incx, float *y, int incy);
/// y := alpha op(A) x + beta y.
void cblas_dgemv(int order, int trans, int m, int n, double alpha, const double *a, int lda, const double *x, int incx,
                 double beta, double *y, int incy);
/// x . y.
double cblas_ddot(int n, const double *x, int incx, const double *y, int incy);
/// x := op(A)^-1 x with A triangular.
void cblas_dtrsv(int order, int uplo, int trans, int diag, int n, const double *a, int lda, double *x, int incx);
/// B := alpha op(A)^-1 B, or alpha B op(A)^-1, with A triangular.
void cblas_dtrsm(int order, int side, int uplo, int trans, int diag, int m, int n, double alpha, const double *a,
                 int lda, double *b, int ldb);
/// Cholesky factorisation in place.
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info, size_t);
/// Eigenvalues and eigenvectors of a symmetric matrix by divide and conquer.
void dsyevd_(const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w, double *work,
             const int *lwork, int *iwork, const int *liwork, int *info, size_t, size_t);
/// The version and what it was built for, as "OpenBLAS 0.3.21 …". Static.
char *openblas_get_config(void);

#endif
