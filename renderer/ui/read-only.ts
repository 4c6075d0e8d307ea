import { createContext, useContext } from 'react'

/**
 * Whether what is shown cannot be changed: fields are read only, buttons that are not
 * marked `data-reads` and icons that are marked `data-writes` are away.
 */
const ReadOnlyContext = createContext(false)

export const ReadOnly = ReadOnlyContext
export const useReadOnly = (): boolean => useContext(ReadOnlyContext)
