import { z } from 'zod'
import { analyserUai } from '../../../shared/uai'

export const choixSecteur = [
  { value: 'public', label: 'Public' },
  { value: 'prive', label: 'Privé' },
]

/** A UAI as typed: its key is checked as soon as the field is left, and the letter it should bear is said. */
export const champUai = z.string().superRefine((brut, context) => {
  const lecture = analyserUai(brut)
  if (!lecture.ok) context.addIssue({ code: 'custom', message: lecture.message })
})
