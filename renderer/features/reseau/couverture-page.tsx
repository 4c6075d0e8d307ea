import { useMemo, useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { secteurs } from '../../../shared/domain/etablissement/etablissement'
import { jourDeReference, perimetreParDefaut } from '../../../shared/domain/reseau/perimetre'
import { couvertureReseaux, type CouvertureReseaux } from '../../../shared/domain/reseau/reseau.contract'
import { categoriesVocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { formatJour } from '../../../shared/dates'
import { compte, formatNombre, formatPourcent } from '../../../shared/nombres'
import { enumerer } from '../../../shared/text'
import { jour } from '../../../shared/schema'
import { useOperation } from '../../ipc/use-operation'
import { useAnneeId } from '../../session'
import { aujourdhui } from '../../today'
import { ErrorState, Loading } from '../../ui/empty-state'
import { FieldChoixMultiple } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { aLEcran } from '../../ui/format'
import { Page } from '../../ui/page'
import { ReadOnly } from '../../ui/read-only'
import { KeyFigure, KeyFigures } from '../../ui/section'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { DoublesTable, SansCoordonnateurTable, SansReseauTable } from './couverture-tables'
import classes from './reseau.module.css'

const schema = z.object({
  jour,
  categories: z.array(z.enum(categoriesVocabulaire.typeReseau)),
  secteurs: z.array(z.enum(secteurs)).min(1, 'Choisissez au moins un secteur.'),
  types: z.array(z.string()).min(1, 'Choisissez au moins un type.'),
})
type Values = z.infer<typeof schema>

const choixCategories = [
  { value: 'foquale', label: 'FOQUALE' },
  { value: 'psad', label: 'PSAD' },
  { value: 'relais', label: 'Relais' },
  { value: 'autre', label: 'Autres' },
]
const choixSecteurs = [
  { value: 'public', label: 'Public' },
  { value: 'prive', label: 'Privé' },
]

/** Which établissements are in no network or in two, which networks nobody coordinates, on a day. */
export function CouverturePage() {
  const anneeId = useAnneeId()
  return <Couverture key={anneeId} anneeId={anneeId} />
}

function Couverture({ anneeId }: { anneeId: string }) {
  const [initial] = useState((): Values => ({
    jour: jourDeReference(anneeId, aujourdhui()),
    categories: ['foquale'],
    secteurs: ['public'],
    types: [...perimetreParDefaut.types],
  }))
  const form = useSubmitForm<Values>({ schema, values: initial, submit: () => Promise.resolve() })
  const saisi = useWatch({ control: form.control })
  const lu = useMemo(() => schema.safeParse(saisi), [saisi])
  const [dernier, setDernier] = useState(initial)
  if (lu.success && JSON.stringify(lu.data) !== JSON.stringify(dernier)) setDernier(lu.data)
  const { data, error, refetch } = useOperation(couvertureReseaux, dernier, { keepPrevious: true })
  if (error) return <ErrorState error={error} retry={refetch} />
  const types = data?.typesConnus.map((value) => ({ value, label: value })) ?? []
  return (
    <Page title="Couverture des réseaux" state={data ? phrase(data) : 'Calcul de la couverture…'} scroll>
      <div className={classes.couverture}>
        {/* What is asked of the register, whatever the day it is looked at. */}
        <ReadOnly value={false}>
          <div className={classes.perimetre}>
            <FieldJour form={form} name="jour" label="Au" required />
            <FieldChoixMultiple form={form} name="categories" label="Types de réseau" options={choixCategories} />
            <FieldChoixMultiple form={form} name="secteurs" label="Secteurs à couvrir" options={choixSecteurs} />
            <FieldChoixMultiple form={form} name="types" label="Établissements à couvrir" options={types} />
          </div>
        </ReadOnly>
        {data ? <Resultats vue={data} /> : <Loading />}
      </div>
    </Page>
  )
}

function Resultats({ vue }: { vue: CouvertureReseaux }) {
  const { aCouvrir, couverts, sansReseau, enDouble, sansCoordonnateur } = vue
  const [premier, deuxieme, troisieme] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
  ]
  const go = (section: typeof premier) => () => section.current?.scrollIntoView({ block: 'start' })
  const attention = (nombre: number) => (nombre > 0 ? { tone: 'attention' as const } : {})
  return (
    <>
      <KeyFigures>
        <KeyFigure
          label="Couverts"
          value={aCouvrir === 0 ? '—' : formatPourcent(Math.round((couverts / aCouvrir) * 1000) / 10)}
          note={aLEcran(`${formatNombre(couverts)} sur ${formatNombre(aCouvrir)}`)}
          onClick={go(premier)}
        />
        <KeyFigure
          label="Sans réseau"
          value={formatNombre(sansReseau.length)}
          note="à rattacher"
          {...attention(sansReseau.length)}
          onClick={go(premier)}
        />
        <KeyFigure
          label="Dans deux réseaux"
          value={formatNombre(enDouble.length)}
          note="du même type"
          {...attention(enDouble.length)}
          onClick={go(deuxieme)}
        />
        <KeyFigure
          label="Sans coordonnateur"
          value={formatNombre(sansCoordonnateur.length)}
          note="réseaux"
          {...attention(sansCoordonnateur.length)}
          onClick={go(troisieme)}
        />
      </KeyFigures>
      <div ref={premier}>
        <SansReseauTable rows={sansReseau} />
      </div>
      <div ref={deuxieme}>
        <DoublesTable rows={enDouble} />
      </div>
      <div ref={troisieme}>
        <SansCoordonnateurTable rows={sansCoordonnateur} />
      </div>
    </>
  )
}

function phrase({ jour: au, aCouvrir, sansReseau, enDouble, sansCoordonnateur }: CouvertureReseaux): string {
  if (aCouvrir === 0) return 'Aucun établissement à couvrir dans ce périmètre.'
  const total = sansReseau.length + enDouble.length + sansCoordonnateur.length
  if (total === 0)
    return `Au ${formatJour(au)}, les ${formatNombre(aCouvrir)} établissements à couvrir sont tous dans un seul réseau, et chaque réseau a son coordonnateur.`
  const dits = [
    [sansReseau.length, 'établissement sans réseau', 'établissements sans réseau'],
    [enDouble.length, 'établissement dans plusieurs réseaux', 'établissements dans plusieurs réseaux'],
    [sansCoordonnateur.length, 'réseau sans coordonnateur', 'réseaux sans coordonnateur'],
  ] as const
  const manques = dits.flatMap(([nombre, un, plusieurs]) => (nombre === 0 ? [] : [compte(nombre, un, plusieurs)]))
  return `Au ${formatJour(au)}, ${enumerer(manques)}.`
}
