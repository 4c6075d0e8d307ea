// What npm's node-api-headers leave out of Node's own headers: the experimental call by which a finalizer puts off
// its work until after the garbage collection (Node 18.19, 20.10 and later). Without it a finalizer that frees a
// reference ends the process under Electron 33: « Finalizer is calling a function that may affect GC state ».
#pragma once
#include <js_native_api.h>

#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER

EXTERN_C_START
NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(node_api_basic_env env, napi_finalize finalize_cb,
                                                           void* finalize_data, void* finalize_hint);
EXTERN_C_END
